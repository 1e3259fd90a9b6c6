source lib.sh
fresh
for number in {1..20}; do drop "$number.txt" "$number"; done
until_true 10 figure_is archived 20
systemctl reload $service
systemctl restart $service
systemctl stop -q $service
# Errors and warnings: the sample rules raise none for these articles, whose tone is even.
complaints=$(journal -p warning _SYSTEMD_UNIT=$service)
[ -z "$complaints" ] || die "$complaints"
