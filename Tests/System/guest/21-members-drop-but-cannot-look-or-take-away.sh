source lib.sh
fresh socket-only
drop_as() { as "$1" bash -c "echo text >$in/.hidden-$1"; }
drop_as reporter
as stranger bash -c ": >$in/strange" 2>/dev/null && die "a stranger could drop"
as reporter ls $in 2>/dev/null && die "a member could list"
as editor rm -f $in/.hidden-reporter 2>/dev/null && die "a member could take away another's file"
as reporter rm $in/.hidden-reporter
