# `make run` and `make test` do everything on a fresh Debian 12 machine with Swift 6.3.
SHELL := /bin/bash
VIGIE := .build/release/vigie
VENV := .venv

LAB := .build-lab/release/vigie-lab

.PHONY: run test golden calibrate scale size-agreement kills many validate sanitize sizes structure day closures switches indices sensitivity scale-out examples fixed answer-time soak study naive fit bench format lint check-package pictures system tools build manual clean
.PHONY: lab test-lab load-lab lab-pictures class-agrees build-lab browser python

run: build ## the main job: eight policies compared on the Coco case
	$(VIGIE) compare Scenarios/coco-policies.yaml

test: system lint ## the whole test suite; golden hashes, allocations, known answers of the release build
	swift build --build-tests
	SWIFT_BACKTRACE=enable=no swift test --skip-build
	swift build -c release --product vigie
	Tests/golden.sh $(VIGIE)
	Tests/allocations.sh $(VIGIE)
	$(VIGIE) validate model --check Results/published/validation.csv
	$(VIGIE) soak --worlds 500 --seed 1

golden: build ## writes the golden table and the fingerprint anew, after an intended change of the model
	Tests/golden.sh $(VIGIE) --renew

sanitize: system ## busy worlds under AddressSanitizer, every lever at work
	swift build -c release --product vigie --sanitize address --scratch-path .build-asan
	.build-asan/release/vigie compare Tests/Golden/worlds.yaml --quiet --fresh --out Results/sanitize > /dev/null
	cmp <(cut -d, -f1-3,5,6,8- Results/sanitize/runs.csv) Tests/Golden/runs.csv
	# What leaks there is the process that the library of the language starts.
	ASAN_OPTIONS=detect_leaks=0 .build-asan/release/vigie soak --worlds 200 --seed 1 --memory 0 --seconds 60

soak: build ## random legal worlds until a fault shows; WORLDS=5000 SEED=1
	$(VIGIE) soak --worlds $(or $(WORLDS),5000) --seed $(or $(SEED),1) --keep Results/soak

# Whose effect still moves after a week.
MOVING := email phone identity face document moderators classifier

study: build ## the published comparison: 64 draws, a week; three months where effects move (two hours; DRAWS=32: one)
	$(VIGIE) compare Scenarios/coco-policies.yaml --out Results/coco-policies-wide --draws $(or $(DRAWS),64) --echoes \
	  --set 'time.warm_up=1 d' --set 'time.window=7 d' \
	  --follow-up 90d --follow-up-draws 8 $(addprefix --follow-up-of coco-,$(MOVING))
	$(VIGIE) publish Results/coco-policies-wide

naive: build ## each policy with all feedbacks and without any: 16 draws, 28 days (an hour and a half)
	$(VIGIE) compare Scenarios/studies/naive-or-not.yaml --set 'time.warm_up=1 d' --set 'time.window=28 d'
	$(VIGIE) publish Results/naive-or-not --name naive-or-not

indices: build python ## sensitivities of known functions beside their exact values and SALib's (a minute)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check SALib==1.6.0
	rm -f Results/published/indices.csv
	for function in ishigami g; do \
	  $(VIGIE) sensitivity --function $$function --rows 4096 --out Results/indices-$$function && \
	  $(VENV)/bin/python Tests/salib_indices.py Results/indices-$$function Results/published/indices.csv || exit 1; \
	done

sensitivity: build ## what the effects of the eight policies hang on (ten minutes)
	$(VIGIE) sensitivity Scenarios/studies/policies-small.yaml --paths 4 --rows 32
	awk -F, 'NR == 1 || ($$3 ~ /^(unwanted_contacts|serious_harm)$$/ && $$4 ~ /^(level|ratio)$$/ && $$6 !~ /^(mu|sigma)$$/)' \
	  Results/policies-small-sensitivity/sensitivity.csv > Results/published/sensitivity.csv

size-agreement: build ## the eight policies at the size of a class beside full size, forty draws (two minutes)
	$(VIGIE) compare Scenarios/studies/policies-small.yaml --draws 40 --until 7d --out Results/policies-small-week
	python3 Tests/size_agreement.py Results/policies-small-week/differences.csv \
	  Results/published/coco-policies-differences.csv Results/published/size-agreement.csv

calibrate: build ## the Coco case fitted to its proceedings, then with prevalence; policies on the plausible worlds (an hour and a half)
	$(VIGIE) calibrate Scenarios/studies/coco-calibration.yaml
	$(VIGIE) calibrate Scenarios/studies/coco-prevalence.yaml --budget 2400 || test $$? -eq 75
	for name in patterns inputs generations; do \
	  cp Results/coco-calibration/$$name.csv Results/published/calibration-$$name.csv; \
	  cp Results/coco-prevalence/$$name.csv Results/published/prevalence-$$name.csv; \
	done
	cp Results/coco-calibration/recovery.csv Results/published/calibration-recovery.csv
	cp Results/coco-calibration/figures/ridge.svg docs/ridge.svg
	$(VIGIE) compare Scenarios/studies/policies-small.yaml --draws-file Results/coco-calibration/plausible.csv \
	  --draws 1000 --out Results/policies-plausible
	for name in ranking information; do \
	  cp Results/policies-plausible/$$name.csv Results/published/plausible-$$name.csv; \
	done
	python3 Tests/calibration_page.py

scale: build ## what studies take: laws of small ones, tried on large ones (some minutes)
	python3 Tests/scale.py $(VIGIE) Results/published/scale.csv docs/scale.md

examples: build python ## the examples in docs/examples: SALib, Optuna and the EMA Workbench drive a sweep; boxes beside its own (two minutes)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check SALib==1.6.0 optuna==5.0.0 ema_workbench==2.5.3
	for example in docs/examples/*.py; do $(VENV)/bin/python $$example $(VIGIE) || exit 1; done
	$(VENV)/bin/python Tests/prim_boxes.py $(VIGIE)

# Where packages can't be had the stage is skipped, and the last line says so.
scale-out: build python ## one study in one process, under Slurm, Snakemake and Dask: the same bytes (two minutes)
	-$(VENV)/bin/pip install --quiet --disable-pip-version-check snakemake==9.27.1 dask==2026.8.0 distributed==2026.8.0
	-Tests/slurm.sh install
	Tests/scale-out.sh $(VIGIE) $(VENV)/bin/python

kills: build ## a study killed at every call that changes a file, and at random moments (some minutes)
	Tests/kills.sh $(VIGIE)

many: build ## a hundred thousand tiny runs, killed twice on the way: time, memory, files; RUNS=100000
	Tests/many.sh $(VIGIE) $(if $(RUNS),,Results/published/many.csv)

validate: build ## known answers: of the model; what limits hold, what designed draws are worth
	$(VIGIE) validate --csv Results/published/coverage.csv --model-csv Results/published/validation.csv

fit: build ## the recorded shares of the Coco case, fitted at the medians
	python3 Benchmarks/fit_recorded.py

sizes: build ## effects at three sizes of the platform, search at three quantiles (twenty minutes)
	python3 Benchmarks/sizes.py

structure: build ## what turns a policy's sign or rank: structures of the model times policies (some minutes)
	python3 Benchmarks/structure.py

day: build ## what a simulated day of the Coco case takes, with rivals and without (two minutes, idle)
	python3 Benchmarks/day.py

closures: build ## two closures that were studied, beside the same in the model (a quarter of an hour)
	python3 Benchmarks/closures.py

switches: build ## which feedback makes the full answer differ from the naive one (ten minutes)
	python3 Benchmarks/switches.py

fixed: build ## which fixed numbers of the case move a policy's effect: each halved and doubled (a quarter of an hour)
	python3 Benchmarks/fixed.py

answer-time: build ## processor time until every effect is known to ± 3 points, its limits to ± 10; after make study
	python3 Benchmarks/answer_time.py $(OLD)

bench: build tools python ## Vigie beside its peers (about twenty minutes; QUICK=1: three)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -r Benchmarks/requirements.txt
	$(VENV)/bin/python Benchmarks/bench.py $(if $(QUICK),--quick) $(if $(filter no,$(PROOF)),--no-proof)

build: system
	swift build -c release --product vigie

pictures: study ## the report's first page as a picture for the README
	$(call install,/usr/bin/chromium,chromium)
	chromium --headless --no-sandbox --hide-scrollbars --proxy-server=127.0.0.1:9 --window-size=1000,1350 \
	  --screenshot=docs/report.png "file://$$PWD/Results/coco-policies-wide/report.html"

manual: build ## rewrites the generated pages
	$(VIGIE) manual --write

# The classroom: its web server is a trait of the package, off by default, with a build folder of
# its own, so that everything else neither fetches nor builds it.
lab: build-lab ## starts the classroom page and prints its address; ARGS=--class for a whole class
	$(LAB) $(ARGS)

test-lab: build-lab browser ## the page in a browser, a class, and the server against bad clients
	$(VENV)/bin/python Tests/lab/run.py

load-lab: build-lab browser ## 500 pages that poll while runs go on, beside 300 slow clients
	$(VENV)/bin/python Tests/lab/load.py

lab-pictures: build-lab browser ## the classroom page on a projector and on a phone, for the README
	$(VENV)/bin/python Tests/lab/pictures.py

class-agrees: build-lab ## the questions at the page's size and at full size (twenty minutes; ARGS=questions/NAME: one)
	python3 Tests/lab/agreement.py $(ARGS)

# Package.resolved goes again: it would make a plain build fetch what only this one needs.
build-lab: system
	time swift build -c release --product vigie-lab --traits Lab --scratch-path .build-lab
	swift build -c release --product vigie --traits Lab --scratch-path .build-lab
	rm -f Package.resolved

# $(call install,FILES,PACKAGES): Debian packages where a file is missing. Without root it uses
# sudo -n, or says what to type.
define install
	@if ls $(1) >/dev/null 2>&1; then :; \
	elif [ "$$(id -u)" = 0 ]; then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(2); \
	elif sudo -n true 2>/dev/null; then sudo -n apt-get update -qq && sudo -n env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(2); \
	else echo "error: a package is missing; type: sudo apt-get install -y $(2)" >&2; exit 69; fi
endef

system: ## the GNU Scientific Library
	$(call install,/usr/include/gsl/gsl_cdf.h,libgsl-dev)

tools: ## compiler of the peers, counter of instructions
	$(call install,/usr/bin/g++ /usr/bin/valgrind,g++ valgrind)

python: ## a Python of the project's own
	$(call install,/usr/lib/python3*/ensurepip,python3-venv)
	@test -x $(VENV)/bin/python || python3 -m venv $(VENV)

browser: python ## a browser and what drives it; axe-core comes with axe-selenium-python
	$(call install,/usr/bin/chromium,chromium fonts-dejavu-core)
	$(call install,/usr/bin/chromedriver,chromium-driver)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check selenium==4.51.0 \
	  axe-selenium-python==2.1.6

lint:
	swift format lint --strict --recursive Sources Tests Benchmarks Package.swift

format:
	swift format --in-place --recursive Sources Tests Benchmarks Package.swift

# The data package and the page of a small study, checked by the tools that others will read them with.
# Where R can't be had its stage is skipped, and the last line says so.
check-package: build python
	$(VENV)/bin/pip install --quiet --disable-pip-version-check frictionless==5.18.1 html5lib==1.1 \
	  pandas==3.1.1 polars==2.1.0 duckdb==2.0.1
	rm -rf Results/check-package
	$(VIGIE) compare Scenarios/studies/check-package.yaml --quiet
	$(VENV)/bin/frictionless validate Results/check-package/datapackage.json
	$(VENV)/bin/python Tests/read_package.py Results/check-package
	$(VENV)/bin/python -c 'import html5lib, sys; html5lib.HTMLParser(strict=True).parse(open(sys.argv[1], "rb"))' \
	  Results/check-package/report.html && echo "report.html: no error"
	-$(call install,/usr/bin/Rscript,--no-install-recommends r-base-core)
	@if command -v Rscript > /dev/null; then Rscript Tests/check_package.R Results/check-package; \
	else echo "skipped, its package is missing: R (Debian's r-base-core)"; fi

clean:
	rm -rf .build .build-lab .build-asan $(VENV)
