source lib.sh
source package.sh
unspoilt
install old
figures=/var/lib/prometheus/node-exporter/newswatch.prom
mkdir -p $etc/hooks ${figures%/*} /run/systemd/system/newswatch-{hook@,metrics}.service.d
: >$etc/hooks/test
chmod 755 $etc/hooks/test
# What the units run is tested elsewhere; here it is when they run.
printf '[Service]\nExecStart=\nExecStart=/usr/bin/sleep infinity\n' \
    >/run/systemd/system/newswatch-hook@.service.d/test.conf
printf '[Service]\nExecStart=\nExecStart=/usr/bin/touch %s\n' $figures \
    >/run/systemd/system/newswatch-metrics.service.d/test.conf
systemctl daemon-reload
hook=newswatch-hook@test.service timer=newswatch-metrics.timer
systemctl enable -q --now $hook $timer
systemctl start newswatch-metrics.service
test -e $figures
hooks_pid() { systemctl show -P MainPID $hook; }
pid=$(hooks_pid)
install new
for unit in $hook $timer; do systemctl -q is-active $unit; done
[ "$(hooks_pid)" != "$pid" ]
dpkg --remove newswatch
for unit in $hook $timer; do [ "$(systemctl show -P ActiveState $unit)" = inactive ]; done
gone $figures
# Installed again, what was enabled still is.
install new
[ "$(systemctl is-enabled $hook)" = enabled ]
[ "$(systemctl is-enabled $timer)" = enabled ]
dpkg --purge newswatch
find /etc/systemd/system -name 'newswatch-*' ! -name 'newswatch-test*' -o -name 'newswatchd*' >/tmp/links
[ ! -s /tmp/links ] || die "still enabled: $(</tmp/links)"
# The hook is its author's.
test -x $etc/hooks/test
rm -r /run/systemd/system/newswatch-{hook@,metrics}.service.d
