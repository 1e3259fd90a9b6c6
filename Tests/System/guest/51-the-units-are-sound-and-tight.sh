source lib.sh
units=/usr/lib/systemd
systemd-analyze verify --recursive-errors=no $units/system/newswatchd.{service,socket}
XDG_RUNTIME_DIR=/tmp systemd-analyze verify --user --recursive-errors=no $units/user/newswatchd.{service,socket}
# Ten times the exposure: 5 is 0.5.
systemd-analyze security --no-pager --offline=yes --threshold=5 $units/system/$service | tail -n 1
