source lib.sh
fresh
folder=/var/lib/prometheus/node-exporter
mkdir -p $folder
rm -f $folder/newswatch.prom
drop one.txt 1
until_true 10 figure_is archived 1
systemctl start newswatch-metrics.timer
until_true 15 [ -s $folder/newswatch.prom ]
grep -qx 'newswatch_files_total{result="archived"} 1' $folder/newswatch.prom
grep -qx '# TYPE newswatch_files_total counter' $folder/newswatch.prom
[ "$(stat -c %a $folder/newswatch.prom)" = 644 ]
systemctl stop newswatch-metrics.timer
systemd-analyze verify --recursive-errors=no /usr/lib/systemd/system/newswatch-metrics.{service,timer} \
    /usr/lib/systemd/system/newswatch-hook@.service
