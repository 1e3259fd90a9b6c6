source lib.sh
fresh
site=/tmp/site outbox=/srv/outbox
server=
finish() {
    [ -z "$server" ] || kill "$server"
    systemctl disable -q --now newswatch-feed-{pages,mail,share}.timer 2>/dev/null || :
    rm -rf /etc/systemd/system/newswatch-feed-* /run/systemd/system/newswatch-feed-*
    systemctl daemon-reload
}
trap finish EXIT

guide=/newswatch-test/feeding.md
[ -e $guide ] || guide=/usr/share/doc/newswatch/feeding.md
# recipe NAME: what stands in the page under that name, into /tmp/recipe.
recipe() {
    awk -v "name=feed:$1" '$0 == "```" { on = 0 } on { print; found = 1 } /^```[a-z]/ && $2 == name { on = 1 }
        END { exit !found }' $guide >/tmp/recipe
    echo "$1" >>/tmp/followed-recipes
}
# follow NAME: runs a recipe as root, as it stands.
follow() {
    recipe "$1"
    sh -eu /tmp/recipe
}
# came NAME [STATE]: whether a file has come to that state; in the source wire, where the name has no / in front.
came() {
    local name=${1#/} source=',"source":"wire"'
    [ "$1" = "$name" ] || source=
    newswatchctl files --json --limit 1000 | grep -qE "\"name\":\"$name\".*$source,\"state\":\"${2:-archived}\""
}
comes() { until_true 10 came "$@"; }
# tells TEXT FILE: an article that says so in a line, in the file.
tells() { printf '%s\n\nPutin met envoys. %s.\n' "$1" "$1" >"$2"; }

# By hand, by a member whose umask keeps files to himself.
mkdir -m 755 /tmp/desk
tells "By hand" /tmp/desk/article.html
recipe by-hand
(cd /tmp/desk && umask 077 && as reporter sh -eu /tmp/recipe)
comes /article.html
# Left from a writer that died, and one that may live.
touch -d '-2 days' $in/.dead
touch $in/.alive
follow sweep
[ "$(ls -A $in)" = .alive ]
rm $in/.alive

follow source
[ "$(stat -c '%a %U %G' $in/wire)" = "3730 newswatch newswatch" ]
follow drop
tells "Dropped by a program" /tmp/desk/dropped
as reporter newswatch-drop wire/dropped.txt </tmp/desk/dropped
comes dropped.txt
# What waits is not replaced.
systemctl stop -q newswatchd.socket $service
as reporter newswatch-drop wire/waits.txt </tmp/desk/dropped
tells "Another" /tmp/desk/another
as reporter newswatch-drop wire/waits.txt </tmp/desk/another && die "it replaced a file that waits"
systemctl start newswatchd.socket $service
comes waits.txt duplicate
follow sandbox

# Pages: one with an ETag, one with a date alone, one with neither, one that is no article, one that is not there.
mkdir $site
for page in council.html harbour.txt plain.txt; do tells "Page $page" $site/$page; done
# A change may be older than the last visit by the clock here.
touch -d '-2 hours' $site/harbour.txt
echo '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>' >$site/feed.xml
cat >/tmp/site.py <<'PYTHON'
import hashlib, http.server, os
class Site(http.server.SimpleHTTPRequestHandler):
    """Tags /council.html, dates /harbour.txt, and knows no way to spare a visitor anything else."""
    def send_header(self, key, value):
        if key != "Last-Modified": return super().send_header(key, value)
        if self.path == "/harbour.txt": super().send_header(key, value)
        if self.path == "/council.html": super().send_header("ETag", self.tag())
    def tag(self):
        with open("council.html", "rb") as page: return '"%s"' % hashlib.sha256(page.read()).hexdigest()
    def do_GET(self):
        if self.path != "/harbour.txt": del self.headers["If-Modified-Since"]
        if self.path == "/council.html" and self.headers["If-None-Match"] == self.tag():
            self.send_response(304)
            return self.end_headers()
        super().do_GET()
os.chdir("/tmp/site")
http.server.ThreadingHTTPServer(("127.0.0.1", 8000), Site).serve_forever()
PYTHON
python3 /tmp/site.py 2>>/tmp/asked &
server=$!
answers() { : 2>/dev/null </dev/tcp/127.0.0.1/8000; }
until_true 5 answers
# The page's own list, with its pages here.
follow pages-list
sed -i 's,https://news.example,http://127.0.0.1:8000,' /etc/newswatch/pages.list
printf 'wire %s http://127.0.0.1:8000/%s\n' plain.txt plain.txt feed.xml feed.xml >>/etc/newswatch/pages.list
follow pages
systemctl is-enabled -q newswatch-feed-pages.timer
# Its quarter of an hour must not come in between.
systemctl stop newswatch-feed-pages.timer
fetched() { : >/tmp/asked && systemctl start newswatch-feed-pages.service; }
# asked PAGE STATUS: what the server said.
asked() { [ "$(sed -n "s,.*\"GET /$1 HTTP.*\" \([0-9]*\) .*,\1,p" /tmp/asked)" = "$2" ]; }
pages() { newswatchctl files --json --limit 1000 | grep -cE '"name":"[0-9T]+-[a-z]+\.(html|txt|xml)"'; }
fetched
for page in council.html harbour.txt plain.txt; do comes "[0-9T]+-$page"; done
comes '[0-9T]+-feed.xml' quarantined
asked council.html 200
asked harbour.txt 200
# Nothing has changed: nothing is dropped, and only who knows no better is asked for the whole.
fetched
asked council.html 304
asked harbour.txt 304
asked plain.txt 200
tells "Council, second reading" $site/council.html
tells "Harbour, later" $site/harbour.txt
touch -d '-1 hour' $site/harbour.txt
fetched
asked council.html 200
asked harbour.txt 200
until_true 10 eval '[ "$(pages)" = 6 ]'
# A page that fails is told, and keeps no other from coming.
sed -i '1i wire gone.html http://127.0.0.1:8000/gone.html' /etc/newswatch/pages.list
tells "Plain, anew" $site/plain.txt
fetched && die "a page was missing and the service did not say so"
until_true 10 eval '[ "$(pages)" = 7 ]'
[[ $(journal -u newswatch-feed-pages.service) == *"gone.html: not fetched"* ]]
systemctl reset-failed newswatch-feed-pages.service

# rsync through what ssh would run: the account's forced command.
follow rsync-account
mkdir $outbox $outbox/folder
tells "Sent from afar" $outbox/afar.html
tells "Not yet whole" $outbox/half.txt.part
cat >/usr/local/bin/as-ssh <<'SSH'
#!/bin/bash
# [-l USER] HOST COMMAND...
while [[ $1 == -* ]]; do user=$2; shift 2; done
[ "$1" = newswatch.example ] || exit 1
export SSH_ORIGINAL_COMMAND="${*:2}"
home=$(getent passwd "$user" | cut -d: -f6)
forced=$(sed -n 's/^restrict,command="\([^"]*\)".*/\1/p' "$home/.ssh/authorized_keys")
exec setpriv --reuid="$user" --regid="$user" --init-groups sh -c "umask 077; cd '$home'; $forced"
SSH
chmod 755 /usr/local/bin/as-ssh
RSYNC_RSH=as-ssh follow rsync-push
comes afar.html
[ "$(ls $outbox)" = "$(printf '%s\n' folder half.txt.part)" ]
[ "$(stat -c %a $in/wire)" = 3730 ]
# It can neither fetch nor reach elsewhere.
rsync -e as-ssh collector@newswatch.example:/etc/passwd /tmp/ 2>/dev/null && die "the account could fetch"

# A maildir with a plain mail, one of HTML alone in another charset, one without a text, and a broken one.
useradd --system newsmail
mkdir -p /srv/newsmail/Maildir/{new,cur,tmp}
post() { cat >"/srv/newsmail/Maildir/new/$1"; }
post 1.M1.host <<'MAIL'
From: Ann Example <ann@example.org>
To: desk@example.org
Subject: =?utf-8?q?A_visit_to_the_m=C3=BCseum?=
Date: Tue, 24 Nov 2026 08:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Putin met envoys at the m=C3=BCseum on Tuesday.
--b
Content-Type: text/html; charset=utf-8

<p>The same as a page.
--b--
MAIL
{
    printf '%s\n' 'From: list@example.org' 'Subject: Bulletin' 'MIME-Version: 1.0' \
        'Content-Type: text/html; charset=windows-1251' 'Content-Transfer-Encoding: 8bit' ''
    echo '<html><head><meta charset="windows-1251"></head><body><p>Путин принял послов.</p></body></html>' |
        iconv -t windows-1251
} | post 2.M2.host
printf '%s\n' 'From: x@example.org' 'Subject: A picture' 'Content-Type: image/png' \
    'Content-Transfer-Encoding: base64' '' 'iVBORw0KGgo=' | post 3.M3.host
echo 'From: <<>>, "' | post 4.M4.host
chown -R newsmail: /srv/newsmail
follow mail
systemctl start newswatch-feed-mail.service
comes '1\.M1\.host\.txt'
comes '2\.M2\.host\.html'
[ -z "$(ls /srv/newsmail/Maildir/new)" ]
[ "$(ls /srv/newsmail/Maildir/cur)" = "$(printf '%s\n' 1.M1.host:2,S 2.M2.host:2,S 3.M3.host:2,F 4.M4.host:2,F)" ]
mails=$(newswatchctl articles --json --entity putin)
[[ $mails == *'"title":"A visit to the müseum"'* && $mails == *'"title":"Bulletin"'* ]]
[[ $mails == *'"author":"Ann Example'* && $mails == *'"published":"2026-11-24"'* ]]

# A share: what is written there by anybody of the newsroom, when it has rested; here it need not.
follow share
mkdir -p /run/systemd/system/newswatch-feed-share.service.d
printf '%s\n' '[Service]' Environment=MINUTES=0 >/run/systemd/system/newswatch-feed-share.service.d/test.conf
useradd --system --groups newsroom writer
as writer bash -c 'umask 007; echo "Putin met envoys in the newsroom." >"/srv/newsroom/a name with spaces.TXT"
    echo "Putin met more envoys there." >/srv/newsroom/-dash.md
    echo "not whole" >/srv/newsroom/.half.txt; echo "{}" >/srv/newsroom/settings.ini'
# With the minute it has to wait.
systemctl start newswatch-feed-share.service
[ -e "/srv/newsroom/a name with spaces.TXT" ]
systemctl daemon-reload
systemctl start newswatch-feed-share.service
comes "a name with spaces.TXT"
comes -dash.md
[[ $(ls /srv/newsroom/taken) == *"-a name with spaces.TXT" ]]
[ "$(ls -A /srv/newsroom)" = "$(printf '%s\n' .half.txt settings.ini taken)" ]

# A timer starts its service.
mkdir -p /run/systemd/system/newswatch-feed-pages.timer.d
printf '%s\n' '[Timer]' OnActiveSec=0 RandomizedDelaySec=0 >/run/systemd/system/newswatch-feed-pages.timer.d/test.conf
sed -i 1d /etc/newswatch/pages.list
tells "Council, third reading" $site/council.html
systemctl daemon-reload
systemctl restart newswatch-feed-pages.timer
until_true 10 eval '[ "$(pages)" = 8 ]'

# Over the socket.
tells "Submitted as a page" /tmp/desk/article.html
tells "Submitted as a text" /tmp/desk/article.txt
recipe submit
(cd /tmp/desk && as reporter sh -eu /tmp/recipe)
comes /bulletin.txt
tells "From a program" "/tmp/desk/a program's.txt"
recipe program
as reporter python3 /tmp/recipe "/tmp/desk/a program's.txt" /tmp/desk/article.txt >/tmp/sent
grep -q '^OK id=' /tmp/sent
grep -q '^OK dup=' /tmp/sent
comes "/a program's.txt"

# The scripts read what strangers wrote. Ten times the exposure: 15 is 1.5.
systemd-analyze verify --recursive-errors=no /etc/systemd/system/newswatch-feed-*.{service,timer}
for unit in pages mail share; do
    systemd-analyze security --no-pager --threshold=15 newswatch-feed-$unit.service | tail -n 1
done
# The daemon complains of nothing but the feed, which alone is in quarantine, and every recipe of the page was run.
[ "$(figure quarantined)" = 1 ]
complaints=$(journal -p warning _SYSTEMD_UNIT=$service | grep -v '^quarantined .*-feed\.xml: ' || :)
[ -z "$complaints" ] || die "$complaints"
diff <(sed -n 's/^```[a-z]* feed:\(.*\)/\1/p' $guide | sort) <(sort -u /tmp/followed-recipes)
