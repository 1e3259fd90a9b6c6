source lib.sh
fresh
# `systemctl start` of Type=notify came back, so READY=1 was sent; the same line carries the status.
property StatusText
[[ $(property StatusText) == *"watchlist v1 (3 entities, "*" names)"*"0 waiting, 0 in work"*"workers"* ]]
until_true 5 journal_has MESSAGE_ID="$(message_id started)"
[ "$(property NRestarts)" = 0 ]
# Ready means ready: the figures and the socket agree.
figure_is entities 3
drop one.txt 1
until_true 10 figure_is archived 1
# It writes nowhere but where it should, and keeps that to itself.
[ "$(stat -c '%a %U' /var/lib/newswatch)" = "700 newswatch" ]
