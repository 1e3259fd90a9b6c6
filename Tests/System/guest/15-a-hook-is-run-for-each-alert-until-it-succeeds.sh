source lib.sh
fresh
hooks=/etc/newswatch/hooks
mkdir -p $hooks
record=/var/lib/newswatch-hook/test/record
cat >$hooks/test <<'HOOK'
#!/bin/sh
read -r json
echo "$NEWSWATCH_ALERT_ID $(id -un) $json" >>"$STATE_DIRECTORY/record"
test -e /run/hook-may-succeed
HOOK
chmod 755 $hooks/test
rm -f /run/hook-may-succeed
systemctl start newswatch-hook@test.service
until_true 5 figure_is subscribers 1
drop one.txt 1
tries() { [ "$(wc -l <$record)" -ge "$1" ]; }
until_true 10 tries 2
# It has failed twice, and the alert is still there to be dealt with.
[ "$(cut -d' ' -f1 $record | sort -u)" = 1 ]
: >/run/hook-may-succeed
until_true 10 eval '[ "$(cat /var/lib/newswatch-hook/test/cursor)" = 1 ]'
# Whatever is restarted meanwhile, the next alert comes once.
systemctl restart $service newswatch-hook@test.service
drop two.txt 2
until_true 15 eval '[ "$(cat /var/lib/newswatch-hook/test/cursor)" = 2 ]'
[ "$(grep -c '^2 ' $record)" = 1 ]
# It is a user of its own, and gets the alert whole.
user=$(cut -d' ' -f2 $record | sort -u)
[ "$user" != root ] && [ "$user" != newswatch ]
grep -q '^2 .*"file":"two.txt".*}$' $record

# The example that mails, with a sendmail of the test's own.
cp /usr/share/doc/newswatch/examples/hooks/mail $hooks/mail
cat >/usr/local/bin/test-sendmail <<'SENDMAIL'
#!/bin/sh
cat >"$STATE_DIRECTORY/mail"
SENDMAIL
chmod 755 /usr/local/bin/test-sendmail
mkdir -p /run/systemd/system/newswatch-hook@mail.service.d
printf '[Service]\nEnvironment=NEWSWATCH_SENDMAIL=/usr/local/bin/test-sendmail NEWSWATCH_MAIL_TO=desk@example.org\n' \
    >/run/systemd/system/newswatch-hook@mail.service.d/test.conf
systemctl daemon-reload
systemctl start newswatch-hook@mail.service
until_true 5 figure_is subscribers 2
drop three.txt 3
until_true 10 eval '[ "$(cat /var/lib/newswatch-hook/mail/cursor)" = 3 ]'
mail=/var/lib/newswatch-hook/mail/mail
grep -qx 'To: desk@example.org' $mail
grep -qx 'Subject: Newswatch alert 3' $mail
grep -q '«Putin»' $mail
systemctl stop newswatch-hook@test.service newswatch-hook@mail.service
