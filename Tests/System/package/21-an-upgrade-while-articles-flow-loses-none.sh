source lib.sh
source package.sh
unspoilt
install old
newswatchctl alerts --follow --json >/tmp/followed &
follower=$!
until_true 5 figure_is subscribers 1
drop_many 1 200
for ((number = 201; number <= 400; number++)); do
    drop $number.txt $number
    sleep 0.01
done &
dropper=$!
# The old daemon must not start workers of the new build.
dpkg --unpack new.deb
for unit in $service $socket; do [ "$(systemctl show -P ActiveState $unit)" = inactive ]; done
dpkg --configure newswatch
runs
wait $dropper
until_true 30 figure_is articles 400
spool_is_empty
figure_is quarantined 0
[ "$(newswatchctl alerts --json --limit 1000 --rule mention | wc -l)" = 400 ]
all_followed() { [ "$(grep -c '"rule":"mention"' /tmp/followed)" = 400 ]; }
until_true 10 all_followed
kill $follower
