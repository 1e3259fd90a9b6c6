source lib.sh
source package.sh
unspoilt
install new
printf '[[entity]]\nid = "ship"\nname = "Ship"\nkind = "topic"\n' >$etc/watchlist.d/mine.toml
systemctl stop -q $service $socket
drop waiting.txt 1
said=$(dpkg --purge newswatch 2>&1)
echo "$said"
[[ $said == *"$spool is kept"* ]]
test -s $in/waiting.txt
test -s $etc/watchlist.d/mine.toml
gone $state $etc/newswatchd.toml $etc/watchlist.d/sample.toml
[ -z "$(status | grep -v not-installed)" ]
