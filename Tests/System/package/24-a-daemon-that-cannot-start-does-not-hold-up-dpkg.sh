source lib.sh
source package.sh
unspoilt
install old
drop one.txt 1
until_true 10 figure_is archived 1
# A mistake in the configuration, which starting again does not mend.
cp $etc/newswatchd.toml /tmp/good.toml
echo 'nonsense' >>$etc/newswatchd.toml
install new
[ "$(status)" = installed ]
[ "$(property ActiveState)" = failed ]
# A fault for which it is started again and again.
cp /tmp/good.toml $etc/newswatchd.toml
setting ExecStartPre=/usr/bin/false
timeout 20 dpkg --install old.deb </dev/null
[ "$(property ActiveState)" != active ]
rm -r /run/systemd/system/$service.d
systemctl daemon-reload
systemctl restart $socket $service
figure_is articles 1
