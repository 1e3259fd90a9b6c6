source lib.sh
fresh
setpriv --reuid=reporter --regid=reporter --init-groups newswatchctl alerts --follow --json >/tmp/followed &
follower=$!
until_true 5 figure_is subscribers 1
drop one.txt 1
until_true 10 grep -q '"file":"one.txt"' /tmp/followed
# It goes on by itself where it was when the daemon is started anew, without a gap or a double.
systemctl restart $service
drop two.txt 2
until_true 15 grep -q '"file":"two.txt"' /tmp/followed
[ "$(grep -c '"file"' /tmp/followed)" = 2 ]
kill $follower
