source lib.sh
fresh socket-only
[ "$(property ActiveState)" = inactive ]
[ "$(stat -c '%a %U %G' /run/newswatch/control.sock)" = "660 root newswatch" ]
newswatchctl ping
[ "$(property ActiveState)" = active ]
# The daemon serves systemd's socket, and leaves it to systemd at its end.
systemctl stop -q $service
[ -S /run/newswatch/control.sock ]
newswatchctl ping
