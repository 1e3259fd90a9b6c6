source lib.sh
fresh
pid=$(property MainPID)
for number in {1..100}; do
    drop "$number.txt" "$number"
    [ $((number % 20)) != 0 ] || pkill -KILL -o -P "$pid" newswatch || :
done
settled() { [ $(($(figure archived) + $(figure quarantined))) = 100 ]; }
until_true 30 settled
# A file that a worker died over may be in quarantine, with its reason; none is lost and the daemon lives.
[ "$(property MainPID)" = "$pid" ]
[ "$(find /var/spool/newswatch/quarantine -name '*.why' | wc -l)" = "$(figure quarantined)" ]
drop last.txt 101
until_true 10 spool_is_empty
