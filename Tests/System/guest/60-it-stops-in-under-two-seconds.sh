source lib.sh
fresh
stops() {
    local begin=$EPOCHREALTIME
    systemctl stop -q $service
    local ms=$(((${EPOCHREALTIME/./} - ${begin/./}) / 1000))
    echo "$1: $ms ms"
    [ $ms -lt 2000 ] && [ "$(property Result)" = success ] || die "$1: $ms ms, $(property Result)"
}
# Only the daemon gets the signal: workers that died of it would be blamed on their files.
[ "$(property KillMode)" = mixed ]
stops idle
systemctl start $service
drop_many 1 2000
until_true 5 is_working
stops busy
[ "$(find /var/spool/newswatch/archive -type f | wc -l)" -lt 2000 ] || die "it was not busy"
# What it had not read is read by the next one.
systemctl start $service
until_true 30 figure_is archived 2000
[ "$(newswatchctl alerts --json --limit 10000 --rule mention | wc -l)" = 2000 ]
# A stop is no death in a worker: nothing was blamed.
figure_is quarantined 0
