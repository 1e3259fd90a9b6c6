source lib.sh
# A user manager as logind would start it.
home=/tmp/reporters-home run=/run/reporters-session
mkdir -p $home/.config
cp -r /usr/share/doc/newswatch/examples $home/.config/newswatch
chown -R reporter: $home
systemd-run -q --unit=reporters-manager -p User=reporter -p Delegate=yes -p RuntimeDirectory=${run#/run/} \
    -E XDG_RUNTIME_DIR=$run -E HOME=$home -- /usr/lib/systemd/systemd --user
by_reporter() { as reporter env -u NOTIFY_SOCKET HOME=$home XDG_RUNTIME_DIR=$run "$@"; }
until_true 5 [ -S $run/systemd/private ]
by_reporter systemctl --user start newswatchd.socket
# The connection starts the service; its owner is admin in it.
by_reporter newswatchctl watchlist add aurora --name "MV Aurora" --kind topic
spool=$home/.local/state/newswatch/spool
as reporter cp union-state.txt $spool/union.txt
as reporter mv $spool/union.txt $spool/in/
told() { by_reporter newswatchctl alerts --json | grep -c '"file":"union.txt"'; }
until_true 10 eval '[ "$(told)" = 4 ]'
by_reporter systemctl --user reload newswatchd.service
# It is the user's alone, and stops with the others of the session.
[ "$(stat -c '%a %U' $run/newswatch/control.sock)" = "600 reporter" ]
systemctl stop reporters-manager.service
