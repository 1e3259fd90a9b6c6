source lib.sh
fresh
[ "$(property WatchdogUSec)" = 10s ]
# The unit's ten seconds are for a loaded machine; the mechanism is the same with one.
setting WatchdogSec=1
systemctl restart $service
drop one.txt 1
until_true 10 figure_is archived 1
# It lives through many such seconds when it is well.
before=$(property MainPID)
sleep 2.5
[ "$(property MainPID)" = "$before" ]
# Nothing but the watchdog ends a process that stands still.
kill -STOP "$before"
restarted() { [ "$(property NRestarts)" -ge 1 ] && [ "$(property ActiveState)" = active ]; }
until_true 10 restarted
drop two.txt 2
until_true 10 figure_is archived 2
