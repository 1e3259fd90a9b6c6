source lib.sh
cd /newswatch-test
diff - <(LC_ALL=C sort installed) <<'FILES'
./usr/local/bin/newswatchctl
./usr/local/etc/newswatch/newswatchd.toml
./usr/local/etc/newswatch/watchlist.d/sample.toml
./usr/local/lib/newswatch/newswatch-reader
./usr/local/lib/systemd/catalog/newswatch.catalog
./usr/local/lib/systemd/system/newswatch-hook@.service
./usr/local/lib/systemd/system/newswatch-metrics.service
./usr/local/lib/systemd/system/newswatch-metrics.timer
./usr/local/lib/systemd/system/newswatchd.service
./usr/local/lib/systemd/system/newswatchd.socket
./usr/local/lib/systemd/user/newswatchd.service
./usr/local/lib/systemd/user/newswatchd.socket
./usr/local/lib/sysusers.d/newswatch.conf
./usr/local/lib/tmpfiles.d/newswatch.conf
./usr/local/sbin/newswatchd
./usr/local/share/bash-completion/completions/newswatchctl
./usr/local/share/doc/newswatch/CHANGELOG.md
./usr/local/share/doc/newswatch/LICENSE
./usr/local/share/doc/newswatch/NOTICE
./usr/local/share/doc/newswatch/README.md
./usr/local/share/doc/newswatch/examples/hooks/mail
./usr/local/share/doc/newswatch/examples/newswatchd.toml
./usr/local/share/doc/newswatch/examples/watchlist.d/sample.toml
./usr/local/share/doc/newswatch/feeding.md
./usr/local/share/doc/newswatch/grafana-dashboard.json
./usr/local/share/doc/newswatch/models/english-convolution.md
./usr/local/share/doc/newswatch/models/english-encoder.md
./usr/local/share/doc/newswatch/models/russian-convolution.md
./usr/local/share/doc/newswatch/notify-reload.conf
./usr/local/share/doc/newswatch/protocol.md
./usr/local/share/doc/newswatch/tone.md
./usr/local/share/fish/vendor_completions.d/newswatchctl.fish
./usr/local/share/man/man1/newswatchctl.1
./usr/local/share/man/man5/newswatch-watchlist.5
./usr/local/share/man/man5/newswatchd.toml.5
./usr/local/share/man/man7/newswatch-protocol.7
./usr/local/share/man/man8/newswatch-reader.8
./usr/local/share/man/man8/newswatchd.8
./usr/local/share/newswatch/models/english-convolution.nwtone
./usr/local/share/newswatch/models/english-encoder.nwtone
./usr/local/share/newswatch/models/russian-convolution.nwtone
./usr/local/share/zsh/vendor-completions/_newswatchctl
FILES
diff - left <<'FILES'
./usr/local/etc/newswatch/newswatchd.toml
./usr/local/etc/newswatch/watchlist.d/sample.toml
FILES
[ "$(<elsewhere/usr/local/etc/newswatch/newswatchd.toml)" = "# mine" ]
# The units name the programs where they are.
grep -qx 'ExecStart=/usr/local/sbin/newswatchd' moved.service
grep -qx 'ExecReload=+/usr/local/bin/newswatchctl reload --wait' moved.service
grep -q '^ExecPaths=/usr/local/sbin/newswatchd /usr/local/lib/newswatch ' moved.service
