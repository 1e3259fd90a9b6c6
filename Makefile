# Newswatch: what a developer does. Plain `make` lists the verbs.
#
# demo       set up, build, and watch three sample articles become alerts, as this user, without systemd
# test       every test: the targets, the programs over their socket, units and package under a real systemd
# lint       check the format of the sources
# bench      measure, and compare, for half an hour; see BENCHMARKS.md. NEWSWATCH_DATA= names, texts, labels
# fuzz       look for faults of the matcher with libFuzzer and AddressSanitizer: SECONDS=60
# build      the programs for debugging
# release    the programs as they are installed
# install    put the release in place: DESTDIR= PREFIX=/usr SYSCONFDIR=/etc
# uninstall  take away what install put there; configuration, spool and archive stay
# deb        the release as a Debian package in .build: DEBVERSION=
# fresh      install that package into a minimal Debian 12, boot it, and watch an article become an alert
# clean      take away what was built

DESTDIR ?=
PREFIX ?= /usr
SYSCONFDIR ?= /etc

# Where systemd looks for what is installed under PREFIX.
lib = $(DESTDIR)$(PREFIX)/lib
share = $(DESTDIR)$(PREFIX)/share
doc = $(share)/doc/newswatch
etc = $(DESTDIR)$(SYSCONFDIR)/newswatch
built = .build/release
programs = newswatchd newswatch-reader newswatchctl
units = newswatchd.service newswatchd.socket
system_units = $(units) newswatch-hook@.service newswatch-metrics.service newswatch-metrics.timer
papers = README.md CHANGELOG.md LICENSE NOTICE docs/protocol.md docs/feeding.md docs/tone.md docs/grafana-dashboard.json \
	systemd/notify-reload.conf
samples = newswatchd.toml watchlist.d/sample.toml
models = $(wildcard Sources/Tone/Resources/*.nwtone)
cards = $(wildcard docs/models/*.md)
hooks = $(wildcard etc/newswatch/hooks/*)
pages = $(wildcard man/*.[1-9])
# Where each shell looks for completions.
completions = bash:bash-completion/completions/newswatchctl zsh:zsh/vendor-completions/_newswatchctl \
	fish:fish/vendor_completions.d/newswatchctl.fish
# Units and pages name the programs by their full path.
place = sed 's,/usr/\(sbin/newswatchd\|lib/newswatch\|bin/newswatchctl\|share/doc/newswatch\|share/newswatch\),$(PREFIX)/\1,g'

SECONDS ?= 60

.PHONY: help demo test lint bench fuzz build release install uninstall deb fresh clean

help:
	@sed -n 's/^# \([a-z]*\)  \+\(.*\)/  make \1\t\2/p' Makefile | expand -t 18

demo: build
	@script/demo

test:
	@script/setup tests
	swift build --build-tests
	swift test --skip-build --disable-xctest --no-parallel
	$(MAKE) --no-print-directory release
	Tests/System/run
	Tests/System/package/run

lint:
	swift format lint --strict --configuration .swift-format --recursive Sources Tests Package.swift

bench: release
	Benchmarks/run
	Benchmarks/run-matching
	Benchmarks/run-tone

fuzz:
	Tests/Fuzz/run $(SECONDS)

build:
	@script/setup
	swift build

release:
	@script/setup
	swift build -c release --static-swift-stdlib

# Without symbols, which are a third of the size.
install:
	@for program in $(programs); do test -x $(built)/$$program || { \
		echo "make install: there is no $(built)/$$program; run 'make release' before" >&2; exit 1; }; done
	install -D -s $(built)/newswatchd $(DESTDIR)$(PREFIX)/sbin/newswatchd
	install -D -s $(built)/newswatch-reader $(lib)/newswatch/newswatch-reader
	install -D -s $(built)/newswatchctl $(DESTDIR)$(PREFIX)/bin/newswatchctl
	@for unit in $(patsubst systemd/%,%,$(wildcard $(addprefix systemd/system/,$(system_units)))) \
			$(addprefix user/,$(units)); do \
		install -D -m 644 /dev/null $(lib)/systemd/$$unit && $(place) systemd/$$unit >$(lib)/systemd/$$unit || exit 1; done
	install -D -m 644 systemd/newswatch.sysusers $(lib)/sysusers.d/newswatch.conf
	install -D -m 644 systemd/newswatch.tmpfiles $(lib)/tmpfiles.d/newswatch.conf
	install -D -m 644 systemd/newswatch.catalog $(lib)/systemd/catalog/newswatch.catalog
	install -D -m 644 -t $(doc) $(wildcard $(papers))
	install -D -m 644 -t $(share)/newswatch/models $(models)
	install -D -m 644 -t $(doc)/models $(cards)
	@for page in $(pages); do \
		file=$(share)/man/man$${page##*.}/$${page#man/}; \
		install -D -m 644 /dev/null $$file && $(place) $$page >$$file || exit 1; done
	@for completion in $(completions); do \
		file=$(share)/$${completion#*:}; \
		install -D -m 644 /dev/null $$file && $(built)/newswatchctl completion $${completion%%:*} >$$file || exit 1; done
	@for hook in $(hooks); do install -D -t $(doc)/examples/hooks $$hook || exit 1; done
	install -D -m 755 etc/newswatch/hooks/mail $(doc)/examples/hooks/mail
	@for file in $(samples); do \
		install -D -m 644 etc/newswatch/$$file $(doc)/examples/$$file || exit 1; \
		if [ -e $(etc)/$$file ]; then echo "$(etc)/$$file is kept as it is"; \
		else install -D -m 644 etc/newswatch/$$file $(etc)/$$file || exit 1; fi; done
	@if [ -z "$(DESTDIR)" ] && [ -d /run/systemd/system ]; then \
		systemd-sysusers newswatch.conf && systemd-tmpfiles --create newswatch.conf && \
		journalctl --update-catalog && systemctl daemon-reload && \
		echo "Start it: systemctl enable --now newswatchd.socket newswatchd.service"; fi

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/sbin/newswatchd $(DESTDIR)$(PREFIX)/bin/newswatchctl
	rm -rf $(lib)/newswatch $(doc) $(share)/newswatch
	rm -f $(addprefix $(lib)/systemd/system/,$(system_units)) $(addprefix $(lib)/systemd/user/,$(units))
	rm -f $(lib)/sysusers.d/newswatch.conf $(lib)/tmpfiles.d/newswatch.conf $(lib)/systemd/catalog/newswatch.catalog
	rm -f $(foreach page,$(pages),$(share)/man/man$(subst .,,$(suffix $(page)))/$(notdir $(page)))
	rm -f $(foreach completion,$(completions),$(share)/$(lastword $(subst :, ,$(completion))))

# From what `make release` built, as install does.
deb:
	@packaging/build $(built) .build $(DEBVERSION)

fresh: deb
	@script/fresh-machine

clean:
	rm -rf .build
