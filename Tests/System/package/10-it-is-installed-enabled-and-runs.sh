source lib.sh
source package.sh
unspoilt
install new
[ "$(systemctl is-enabled $socket)" = enabled ]
[ "$(systemctl is-enabled $service)" = enabled ]
runs
newswatchctl ping
[ "$(newswatchctl --version)" = "$(version)" ]
# Users and folders are there, as the units want them.
getent group newswatch newswatch-admin
[ "$(stat -c '%a %U %G' $spool/in)" = "3730 newswatch newswatch" ]
[ "$(stat -c '%a %U' $state)" = "700 newswatch" ]
[ "$(stat -c '%a %U %G' /run/newswatch/control.sock)" = "660 root newswatch" ]
# What is for those who want it waits for them.
[ "$(systemctl is-enabled newswatch-metrics.timer)" = disabled ]
[ "$(systemctl is-active newswatch-metrics.timer)" = inactive ]
[ "$(systemctl --global is-enabled newswatchd.socket newswatchd.service | sort -u)" = disabled ]
# A member's article becomes an alert in the journal, and the journal can explain it.
make_reporter
as reporter bash -c "umask 022; cp union-state.txt $in/.union.txt && mv $in/.union.txt $in/union.txt"
alert=MESSAGE_ID=$(message_id alert)
until_true 10 journal_has "$alert" NEWSWATCH_ENTITY=putin
[[ $(journalctl -q --no-pager -x --since="$since" "$alert" NEWSWATCH_ENTITY=putin) == *"newswatchctl alert "* ]]
# Pages and papers are where the units and the pages say.
for page in newswatchd.8 newswatch-reader.8 newswatchctl.1 newswatchd.toml.5; do man -w "${page##*.}" "${page%.*}"; done
for paper in README.md protocol.md examples/newswatchd.toml copyright; do test -s /usr/share/doc/newswatch/$paper; done
bash -c 'source /usr/share/bash-completion/completions/newswatchctl; complete -p newswatchctl'
[ -z "$(dpkg --verify newswatch)" ]
systemd-analyze verify --recursive-errors=no $service $socket
# One call of Foundation's, where the standard library has the same, would bring ICU into the tool or the worker.
for program in /usr/bin/newswatchctl /usr/lib/newswatch/newswatch-reader; do
    [ "$(stat -c %s $program)" -lt 25000000 ] || die "$program has $(stat -c %s $program) octets"
done
