source lib.sh
fresh
as reporter bash -c "umask 022; cp union-state.txt $in/.union.txt && mv $in/.union.txt $in/union.txt"
alert=MESSAGE_ID=$(message_id alert)
until_true 10 journal_has "$alert" NEWSWATCH_ENTITY=putin
until_true 10 figure_is undelivered 0
journal "$alert"
of_rule() { FIELD=$2 journal "$alert" NEWSWATCH_ENTITY=lukashenko NEWSWATCH_RULE="$1"; }
[ "$(of_rule mention NEWSWATCH_FILE)" = union.txt ]
[ "$(of_rule mention NEWSWATCH_ARTICLE)" = 1 ]
# notice and warning in the sample configuration.
[ "$(of_rule mention PRIORITY)" = 5 ]
[ "$(of_rule tone-below PRIORITY)" = 4 ]
[[ $(of_rule tone-below NEWSWATCH_TONE) =~ ^-(0\.[4-9][0-9]|1\.00)$ ]]
[[ $(of_rule tone-below MESSAGE) == *Lukashenko*tone-below* ]]
# The numbers in the journal are those of newswatchctl.
number=$(of_rule tone-below NEWSWATCH_ALERT_ID)
newswatchctl alert "$number"
[ "$(FIELD=NEWSWATCH_ALERT_ID journal "$alert" | sort -u | wc -l)" = "$(newswatchctl alerts --json | wc -l)" ]
