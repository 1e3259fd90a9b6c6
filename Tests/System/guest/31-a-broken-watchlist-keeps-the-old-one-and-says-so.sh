source lib.sh
fresh
broken=/etc/newswatch/watchlist.d/test-broken.toml
printf '[[entity]]\nid = "ship"\nname = "Ship"\nkind = "vessel"\n' >$broken
status=0
answer=$(newswatchctl reload --wait 2>&1) || status=$?
echo "$answer"
[ $status != 0 ]
[[ $answer == *"$broken:4"*vessel* ]]
systemctl reload $service && die "systemctl reload was told that all is well"
property StatusText
[[ $(property StatusText) == *"OLD CONFIGURATION"*"$broken:4"* ]]
until_true 5 journal_has MESSAGE_ID="$(message_id configurationBroken)"
# What was in force still is.
[ "$(property ActiveState)" = active ]
drop one.txt 1
until_true 10 figure_is alerts 1
# Mended, it comes into force, and the complaint is gone.
sed -i s/vessel/topic/ $broken
systemctl reload $service
figure_is entities 4
[[ $(property StatusText) != *"OLD CONFIGURATION"* ]]
