source lib.sh
fresh
for number in {1..300}; do
    drop "$number.txt" "$number"
    if [ $((number % 50)) = 0 ]; then
        printf '[[entity]]\nid = "test-%s"\nname = "Ship %s"\nkind = "topic"\n' "$number" "$number" \
            >/etc/newswatch/watchlist.d/test-$number.toml
        systemctl reload $service
    fi
done
until_true 30 figure_is archived 300
figure_is entities 9
figure_is quarantined 0
[ "$(newswatchctl alerts --json --limit 1000 --rule mention | wc -l)" = 300 ]
[ "$(property NRestarts)" = 0 ]
spool_is_empty
