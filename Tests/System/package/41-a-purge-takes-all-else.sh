source lib.sh
source package.sh
unspoilt
install new
runs
said=$(dpkg --purge newswatch 2>&1)
[[ $said != *kept* && $said != *"not empty"* ]]
gone $spool $state $etc
left=$(find /etc /usr /var -xdev -name '*newswatch*' -newer new.deb ! -path '/etc/systemd/system/newswatch-test*')
[ -z "$left" ] || die "still there: $left"
