source lib.sh
fresh
number=0
for round in 1 2 3 4 5; do
    pid=$(property MainPID)
    # Workers that stand still keep the files in work/; every other time they run, and more comes.
    count=400
    if [ $((round % 2)) = 1 ]; then
        pkill -STOP -P "$pid" newswatch
        count=40
    fi
    drop_many $((number + 1)) $((number + count))
    number=$((number + count))
    # When they stand still, all are there to be lost; when they run, the kill hits what it hits.
    [ $count = 400 ] || until_true 5 is_working
    kill -KILL "$pid"
    again() { [ "$(property NRestarts)" = $round ] && [ "$(property ActiveState)" = active ]; }
    until_true 20 again
done
until_true 30 figure_is archived $number
figure_is quarantined 0
figure_is articles $number
spool_is_empty
[ "$(find /var/spool/newswatch/archive -type f | wc -l)" = $number ]
# One alert an article; the journal may repeat one, under the same number.
newswatchctl alerts --json --limit 10000 --rule mention >/tmp/alerts
[ "$(wc -l </tmp/alerts)" = $number ]
[ "$(grep -o '"file":"[0-9]*\.txt"' /tmp/alerts | sort -u | wc -l)" = $number ]
until_true 5 figure_is undelivered 0
mention=(MESSAGE_ID="$(message_id alert)" NEWSWATCH_RULE=mention)
[ "$(FIELD=NEWSWATCH_ALERT_ID journal "${mention[@]}" | sort -u | wc -l)" = $number ]
