source lib.sh
source package.sh
unspoilt
install new
echo '# mine' >>$etc/newswatchd.toml
drop one.txt 1
until_true 10 figure_is archived 1
dpkg --remove newswatch
[ "$(status)" = config-files ]
[ "$(systemctl is-active $socket)" = inactive ]
[ "$(systemctl is-active $service)" = inactive ]
pgrep newswatch && die "a process is still there"
gone /usr/sbin/newswatchd /usr/bin/newswatchctl /usr/lib/newswatch
[ "$(property LoadState)" = not-found ]
grep -qx '# mine' $etc/newswatchd.toml
test -s $etc/watchlist.d/sample.toml
[ "$(find $state -type f | wc -l)" -gt 0 ]
[ "$(find $spool/archive -type f | wc -l)" = 1 ]
# Articles that come meanwhile are read by the next one, which knows the old.
drop two.txt 2
install new
runs
until_true 10 figure_is articles 2
