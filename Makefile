# `make run` and `make test` do everything on a fresh Debian 12 machine with Swift 6.3.
SHELL := /bin/bash
VIGIE := .build/release/vigie
VENV := .venv

.PHONY: run test study format lint check-package pictures system build manual clean

run: build ## the main job: eight policies compared on the Coco case
	$(VIGIE) compare Scenarios/coco-policies.yaml

test: system lint ## the whole test suite, and the golden hashes of the release build
	swift build --build-tests
	SWIFT_BACKTRACE=enable=no swift test --skip-build
	swift build -c release --product vigie
	Tests/golden.sh $(VIGIE)

study: build ## the published comparison: more pairs, wider window (about half an hour)
	$(VIGIE) compare Scenarios/coco-policies.yaml --out Results/coco-policies-wide \
	  --replicates 16 --set 'time.warm_up=3 d' --set 'time.window=7 d'
	$(VIGIE) publish Results/coco-policies-wide

build: system
	swift build -c release --product vigie

pictures: run ## the report's first page as a picture for the README; needs Chromium
	chromium --headless --no-sandbox --hide-scrollbars --proxy-server=127.0.0.1:9 --window-size=1000,1350 \
	  --screenshot=docs/report.png "file://$$PWD/Results/coco-policies/report.html"

manual: build ## rewrites the generated pages
	$(VIGIE) manual --write

# System packages: the GNU Scientific Library. Without root it uses sudo -n, or says what to type.
system:
	@if [ -e /usr/include/gsl/gsl_cdf.h ]; then :; \
	elif [ "$$(id -u)" = 0 ]; then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libgsl-dev; \
	elif sudo -n true 2>/dev/null; then sudo -n apt-get update -qq && sudo -n env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libgsl-dev; \
	else echo "error: the GNU Scientific Library is missing; type: sudo apt-get install -y libgsl-dev" >&2; exit 69; fi

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

format:
	swift format --in-place --recursive Sources Tests Package.swift

# The data package and the page of a small study, checked by the tools that others will read them with.
check-package: build
	test -x $(VENV)/bin/python || python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check frictionless==5.18.1 pandas html5lib==1.1
	rm -rf Results/check-package
	$(VIGIE) compare Scenarios/studies/check-package.yaml --quiet
	$(VENV)/bin/frictionless validate Results/check-package/datapackage.json
	$(VENV)/bin/python Tests/read_package.py Results/check-package
	$(VENV)/bin/python -c 'import html5lib, sys; html5lib.HTMLParser(strict=True).parse(open(sys.argv[1], "rb"))' \
	  Results/check-package/report.html && echo "report.html: no error"

clean:
	rm -rf .build $(VENV)
