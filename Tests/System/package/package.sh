# What the tests of the package share, besides lib.sh.
export DEBIAN_FRONTEND=noninteractive
socket=newswatchd.socket
spool=/var/spool/newswatch state=/var/lib/newswatch etc=/etc/newswatch

# A machine that never had Newswatch.
unspoilt() {
    dpkg --purge newswatch >/dev/null 2>&1 || :
    systemctl reset-failed
    rm -rf $spool $state $etc
    ! id reporter >/dev/null 2>&1 || userdel reporter
    since=@$EPOCHREALTIME
}

# install AGE: the package `old` or `new`. It asks nothing: there is nobody to answer.
install() { dpkg --install "$1.deb" </dev/null; }
version() { dpkg-query -W -f '${Version}' newswatch; }
status() { dpkg-query -W -f '${db:Status-Status}' newswatch 2>/dev/null || :; }
runs() { systemctl -q is-active $socket && systemctl -q is-active $service; }

# gone PATH...: none of these is there.
gone() {
    local path
    for path; do [ ! -e "$path" ] || die "$path is still there"; done
}

# A user who may drop articles, as README tells to make one.
make_reporter() {
    useradd reporter
    usermod -aG newswatch reporter
}
