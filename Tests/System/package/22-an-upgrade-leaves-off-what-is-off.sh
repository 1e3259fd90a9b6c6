source lib.sh
source package.sh
unspoilt
install old
systemctl disable -q --now $socket $service
install new
[ "$(systemctl is-enabled $service)" = disabled ]
[ "$(systemctl is-active $service)" = inactive ]
[ "$(systemctl is-active $socket)" = inactive ]
