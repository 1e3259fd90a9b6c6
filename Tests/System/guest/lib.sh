# What the test scripts share. Each begins with `source lib.sh`, which fails the script at the first command
# that fails, and tells where.
set -E
trap 'echo "line $LINENO of $0 failed: $BASH_COMMAND" >&2' ERR
in=/var/spool/newswatch/in
service=newswatchd.service

die() { echo "$*" >&2; exit 1; }

# A daemon without a past: empty archive and spool, configuration as installed.
fresh() {
    systemctl stop -q newswatchd.socket $service
    systemctl reset-failed newswatchd.socket $service 2>/dev/null || :
    rm -rf /run/systemd/system/$service.d /var/lib/newswatch /var/spool/newswatch/{in,work,archive,quarantine}
    rm -f /etc/newswatch/watchlist.d/test-*.toml
    systemd-tmpfiles --create newswatch.conf
    systemctl daemon-reload
    since=@$EPOCHREALTIME
    systemctl start newswatchd.socket
    [ "${1:-}" = socket-only ] || systemctl start $service
}

# setting NAME=VALUE...: for the service of this test alone; before `systemctl restart`.
setting() {
    mkdir -p /run/systemd/system/$service.d
    printf '%s\n' '[Service]' "$@" >/run/systemd/system/$service.d/test.conf
    systemctl daemon-reload
}

property() { systemctl show -P "$1" $service; }

# as USER COMMAND...: with that user's groups and nothing of root's.
as() { setpriv --reuid="$1" --regid="$1" --init-groups --no-new-privs "${@:2}"; }

# until_true SECONDS COMMAND...: waits for a condition, and fails when it does not come about.
until_true() {
    local deadline=$((SECONDS + $1))
    until "${@:2}"; do
        [ $SECONDS -lt $deadline ] || die "not within $1 s: ${*:2}"
        sleep 0.02
    done
}

# An article in which the sample watchlist finds Putin once; NUMBER makes it unlike every other.
article() { printf 'Talks, part %s\n\nPutin met envoys on day %s of the talks, officials said.\n' "$1" "$1"; }

# drop NAME NUMBER: whole at once, as a careful program does it.
drop() {
    article "$2" >"$in/.$1"
    chmod 644 "$in/.$1"
    mv "$in/.$1" "$in/$1"
}

# drop_many FROM TO: articles of these numbers, all within milliseconds.
drop_many() {
    local number
    mkdir -p $in/../stage
    for ((number = $1; number <= $2; number++)); do article $number >$in/../stage/$number.txt; done
    chmod 644 $in/../stage/*
    # mv would look again at what the daemon has long taken.
    perl -e 'for (@ARGV) { my ($name) = m|([^/]+)$|; rename $_, "'$in'/$name" or die "$name: $!\n" }' $in/../stage/*
}

in_work() { ls -A $in/../work; }
spool_is_empty() { [ -z "$(in_work)$(ls -A $in)" ]; }
is_working() { [ -n "$(in_work)" ]; }

# Figures of STATUS by their name.
figure() { newswatchctl status --json | grep -o "\"$1\":[0-9][0-9]*" | head -n 1 | cut -d: -f2; }
figure_is() { [ "$(figure "$1" 2>/dev/null)" = "$2" ]; }

# journal [MATCH...]: the values of the journal's FIELD (default MESSAGE) since `fresh`, one a line.
journal() {
    journalctl --sync
    journalctl -q --no-pager --since="$since" -o cat --output-fields="${FIELD:-MESSAGE}" "$@"
}
message_id() { sed -n "s/.*static let $1 = \"\(.*\)\"/\1/p" MessageIDs.swift; }
journal_has() { [ -n "$(journal "$@")" ]; }
