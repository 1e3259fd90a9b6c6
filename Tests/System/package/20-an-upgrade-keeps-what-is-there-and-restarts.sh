source lib.sh
source package.sh
unspoilt
install old
[ "$(version)" = 0.0.1 ]
echo '# mine' >>$etc/newswatchd.toml
cp $etc/newswatchd.toml /tmp/mine.toml
printf '[[entity]]\nid = "ship"\nname = "Ship"\nkind = "topic"\n' >$etc/watchlist.d/mine.toml
drop one.txt 1
until_true 10 figure_is archived 1
alerts=$(newswatchctl alerts --json)
[ -n "$alerts" ]
pid=$(property MainPID)
install new
[ "$(version)" != 0.0.1 ]
runs
[ "$(property MainPID)" != "$pid" ]
# Restarted once, by the package and not for a fault.
[ "$(property NRestarts)" = 0 ]
[ "$(FIELD=_PID journal MESSAGE_ID="$(message_id started)" | sort -u | wc -l)" = 2 ]
cmp $etc/newswatchd.toml /tmp/mine.toml
test -s $etc/watchlist.d/mine.toml
[ "$(newswatchctl alerts --json)" = "$alerts" ]
figure_is entities 4
drop two.txt 2
until_true 10 figure_is articles 2
# Back again, which an administrator does when the new one disappoints.
dpkg --install old.deb
runs
figure_is articles 2
