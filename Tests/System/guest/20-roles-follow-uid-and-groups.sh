source lib.sh
fresh
article 1 >/tmp/article.txt
chmod 644 /tmp/article.txt
# answers STATUS USER ARGUMENT...: how newswatchctl ends for that user.
answers() {
    local status=0
    as "$2" newswatchctl "${@:3}" || status=$?
    [ $status = "$1" ] || die "newswatchctl ${*:3} as $2: status $status, not $1"
}
ship=(watchlist add)
aurora=(--name "MV Aurora" --kind topic)
answers 5 stranger ping
answers 0 reporter status
answers 0 reporter submit /tmp/article.txt
answers 5 reporter "${ship[@]}" reporters "${aurora[@]}"
answers 5 reporter reload
answers 0 editor "${ship[@]}" editors "${aurora[@]}"
answers 0 editor reload
answers 0 root "${ship[@]}" roots "${aurora[@]}"
# The workers, which read what strangers wrote, share the daemon's uid: it may look and no more.
answers 0 newswatch ping
answers 5 newswatch submit /tmp/article.txt
answers 5 newswatch "${ship[@]}" daemons "${aurora[@]}"
list=$(newswatchctl watchlist list)
[[ $list == *editors* && $list == *roots* && $list != *reporters* && $list != *daemons* ]]
# Every change is in the journal with who made it.
[[ $(journal _SYSTEMD_UNIT=$service) == *"ADD editors by uid $(id -u editor) "* ]]
