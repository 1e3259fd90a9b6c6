source lib.sh
sed -n 's/.*static let [A-Za-z]* = "\(.*\)"/\1/p' MessageIDs.swift | sort >/tmp/ids
sed -n 's/^-- \([0-9a-f]*\)$/\1/p' /usr/lib/systemd/catalog/newswatch.catalog | sort >/tmp/explained
grep -qE '^[0-9a-f]{32}$' /tmp/ids
diff /tmp/ids /tmp/explained
journalctl --update-catalog
fresh
drop one.txt 1
until_true 10 journal_has MESSAGE_ID="$(message_id alert)"
explained=$(journalctl -q --no-pager -x --since="$since" MESSAGE_ID="$(message_id alert)")
[[ $explained == *"newswatchctl alert 1"* && $explained == *"rule mention"* ]]
