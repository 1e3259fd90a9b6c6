source lib.sh
fresh
pid=$(property MainPID)
grep -q '^NoNewPrivs:.1$' /proc/"$pid"/status
grep -q '^Seccomp:.2$' /proc/"$pid"/status
for set in Inh Prm Eff Bnd Amb; do grep -q "^Cap$set:.0*$" /proc/"$pid"/status; done
[ "$(stat -c %U /proc/"$pid")" = newswatch ]
# Workers have one filter more, and Landlock besides.
filters() { sed -n 's/^Seccomp_filters:.//p' /proc/"$1"/status; }
worker=$(pgrep -P "$pid" newswatch | head -1)
[ "$(filters "$worker")" -gt "$(filters "$pid")" ]

# The unit's sandbox by what it does: the same unit with a shell for a daemon, which tries what it must not.
cat >/newswatch-test/probe <<'PROBE'
tries() { local what=$1; shift; if ("$@") 2>/tmp/error; then echo "it may $what"; else echo "denied: $what: $(</tmp/error)"; fi; }
{
tries "write /etc" eval ': >/etc/newswatch/x'
tries "write /usr" eval ': >/usr/x'
tries "write the spool's parent" eval ': >/var/spool/x'
tries "reach the network" eval ': >/dev/tcp/127.0.0.1/9'
tries "read a home" eval '[ -r /root/secret ]'
tries "see other processes" eval '[ -r /proc/1/status ]'
tries "run another program" /usr/bin/true
tries "see a disk" eval '[ -e /dev/disk0 ]'
tries "set a kernel tunable" eval 'echo x >/proc/sys/kernel/hostname'
tries "join a cgroup" eval 'echo 0 >/sys/fs/cgroup/cgroup.procs'
(: >/var/lib/newswatch/probe) && echo "state can be written"
(: >/var/spool/newswatch/in/.probe) && echo "spool can be written"
echo done
} >/var/lib/newswatch/probe-report 2>&1
PROBE
echo secret >/root/secret
[ -e /dev/disk0 ] || mknod /dev/disk0 b 253 0
sed -e 's|^ExecStart=.*|ExecStart=/usr/bin/bash /newswatch-test/probe|' -e 's|^Type=.*|Type=oneshot|' -e '/^Restart/d' \
    -e 's|^ExecPaths=|ExecPaths=/usr/bin/bash |' /usr/lib/systemd/system/$service >/run/systemd/system/newswatch-probe.service
systemctl daemon-reload
systemctl start newswatch-probe.service
cat /var/lib/newswatch/probe-report
[ "$(grep -c '^denied: ' /var/lib/newswatch/probe-report)" = 10 ]
[ "$(grep -c 'can be written$' /var/lib/newswatch/probe-report)" = 2 ]
