source lib.sh
fresh
systemctl enable -q newswatchd.socket $service 2>/dev/null
drop one.txt 1
until_true 10 figure_is archived 1
# Whatever is well is told as well.
newswatchctl doctor
newswatchctl doctor --json >/tmp/findings
[ "$(wc -l </tmp/findings)" -ge 12 ]
[ "$(sed -n '/"verdict":"good"/!p' /tmp/findings)" = "" ]

# broken CHECK WORD CURE: doctor tells it, and the cure that it tells is this one and mends it.
broken() {
    local told status=0
    told=$(newswatchctl doctor) || status=$?
    echo "$told"
    grep -A1 "^\(BAD \|warn\)  $1: .*$2" <<<"$told" | grep -qF "→ $3" || die "$1: not told, or another cure"
    eval "${3//sudo /}"
    told=$(newswatchctl doctor) || :
    ! grep "^\(BAD \|warn\)  $1: .*$2" <<<"$told" || die "$1: the cure does not mend it"
}
spool=/var/spool/newswatch
chmod 777 $spool/in
broken spool "has mode 2777, not 3730" "sudo systemd-tmpfiles --create newswatch.conf"
chown root $spool/quarantine
broken spool "belongs to uid 0" "sudo systemd-tmpfiles --create newswatch.conf"
mv $spool/archive $spool/elsewhere
broken spool "No such file" "sudo systemd-tmpfiles --create newswatch.conf"
rm -r $spool/elsewhere
systemctl disable -q newswatchd.socket 2>/dev/null
broken unit "newswatchd.socket does not start at boot" "sudo systemctl enable newswatchd.socket"
cp /usr/lib/systemd/system/$service /etc/systemd/system/$service
told=$(newswatchctl doctor)
grep -q "^warn  unit: /etc/systemd/system/$service stands in place of" <<<"$told"
systemctl revert -q $service 2>/dev/null || rm /etc/systemd/system/$service
systemctl mask -q $service 2>/dev/null
broken unit "is masked" "sudo systemctl unmask $service"
chown root /var/lib/newswatch/archive.sqlite
broken database "belongs to uid 0" "sudo chown -R $(id -u newswatch) /var/lib/newswatch"
watches=$(cat /proc/sys/fs/inotify/max_user_watches 2>/dev/null)
mount -t tmpfs -o size=1m tmpfs $spool/work
told=$(newswatchctl doctor) && die "all is well with two file systems"
grep -q "^BAD   spool: the folders in $spool are on 2 file systems" <<<"$told"
umount $spool/work
[ -n "$watches" ] && newswatchctl doctor | grep -q "^ok    inotify: 1 of at most $watches watches"
# A broken configuration, one for members of the group, and a daemon that is not there.
printf '[[entity]]\nid = "ship"\nname = "Ship"\nkind = "vessel"\n' >/etc/newswatch/watchlist.d/test-broken.toml
newswatchctl reload 2>/dev/null || :
told=$(newswatchctl doctor) && die "all is well with a broken watchlist"
grep -q "^BAD   configuration: .*test-broken.toml:4" <<<"$told"
rm /etc/newswatch/watchlist.d/test-broken.toml
newswatchctl reload
systemctl stop -q newswatchd.socket $service
status=0
told=$(as reporter newswatchctl doctor) || status=$?
[ $status = 3 ]
grep -A1 "^BAD   socket: newswatchd is not running" <<<"$told" | grep -q "systemctl start newswatchd.socket"
systemctl start newswatchd.socket
status=0
told=$(as stranger newswatchctl doctor) || status=$?
[ $status = 5 ]
grep -q "usermod -aG newswatch" <<<"$told"
