# `make run` and `make test` do everything on a fresh Debian 12 machine with Swift 6.3.
SHELL := /bin/bash
VIGIE := .build/release/vigie
VENV := .venv

LAB := .build-lab/release/vigie-lab

.PHONY: run test study format lint check-package system build manual clean
.PHONY: lab test-lab load-lab pictures system-lab build-lab

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

manual: build ## rewrites the generated pages
	$(VIGIE) manual --write

# The classroom: its web server is a trait of the package, off by default, with a build folder of
# its own, so that everything else neither fetches nor builds it.
lab: build-lab ## starts the classroom page and prints its address; ARGS=--class for a whole class
	$(LAB) $(ARGS)

test-lab: build-lab system-lab ## the page in a browser, a class, and the server against bad clients
	$(VENV)/bin/python Tests/lab/run.py

load-lab: build-lab system-lab ## 500 pages that poll while runs go on, beside 300 slow clients
	$(VENV)/bin/python Tests/lab/load.py

pictures: build-lab system-lab ## writes docs/lab-*.png from the running page
	$(VENV)/bin/python Tests/lab/pictures.py

# Package.resolved goes again: it would make a plain build fetch what only this one needs.
build-lab: system
	time swift build -c release --product vigie-lab --traits Lab --scratch-path .build-lab
	swift build -c release --product vigie --traits Lab --scratch-path .build-lab
	rm -f Package.resolved

# Installs Debian packages: as root, through sudo -n, or says what to type.
define install
{ if [ "$$(id -u)" = 0 ]; then sudo=; elif sudo -n true 2>/dev/null; then sudo="sudo -n"; \
else echo "error: packages are missing; type: sudo apt-get install -y $(1)" >&2; exit 69; fi; \
$$sudo apt-get update -qq && \
$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(1); }
endef

# The GNU Scientific Library.
system:
	@[ -e /usr/include/gsl/gsl_cdf.h ] || $(call install,libgsl-dev)

# A browser, and what drives it; axe-core comes with axe-selenium-python.
system-lab: system
	@{ [ -x /usr/bin/chromium ] && [ -x /usr/bin/chromedriver ] && python3 -c 'import ensurepip'; } \
	  || $(call install,chromium chromium-driver fonts-dejavu-core python3-venv)
	test -x $(VENV)/bin/python || python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check selenium==4.51.0 \
	  axe-selenium-python==2.1.6

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

format:
	swift format --in-place --recursive Sources Tests Package.swift

# The data package of a small study, checked by the tools that others will read it with.
check-package: build
	test -x $(VENV)/bin/python || python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check frictionless==5.18.1 pandas
	rm -rf Results/check-package
	$(VIGIE) compare Scenarios/studies/check-package.yaml --quiet
	$(VENV)/bin/frictionless validate Results/check-package/datapackage.json
	$(VENV)/bin/python Tests/read_package.py Results/check-package

clean:
	rm -rf .build .build-lab $(VENV)
