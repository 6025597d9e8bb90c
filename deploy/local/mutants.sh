# ./tbos test --mutants: each row of the policy, each label and each check is switched off in a copy; a test must notice.
# shellcheck shell=bash

mutants=$repo/artifacts/mutants

test_mutants() {
  local name file from to
  rm -rf "$mutants"
  mkdir -p "$mutants"
  (cd "$repo" && git ls-files -co --exclude-standard -z | tar --null -T - -cf - --ignore-failed-read 2>/dev/null) | tar -xf - -C "$mutants"
  step mutant-build "$(t 'Compilando a cópia' 'Building the copy')" build_mutant || { record FAIL "The copy for mutants builds ($logs/mutant-build.log)"; return 0; }
  step mutant-none "$(t 'Sem nada desligado' 'With nothing switched off')" try_mutant || { record FAIL "With nothing switched off the tests pass ($logs/mutant-none.log)"; return 0; }
  # The bar alone parts cells: a comma, an arrow or a quote may stand in code.
  while IFS= read -ru 3 line; do
    [[ -n $line && $line != \#* ]] || continue
    name=${line%% | *} line=${line#* | }
    file=${line%% | *} line=${line#* | }
    from=${line%% | *} to=${line#* | }
    [[ $line == *' | '* ]] || { from=${line% |} to=''; }
    one_mutant
  done 3<"$repo/tests/mutants.txt"
  note "$(grep -c '^PASS Switched off' "$results/checks.lines") killed, $(grep -c '^FAIL Switched off' "$results/checks.lines") survived"
}

build_mutant() {
  (cd "$mutants" && dotnet build tests/Agent.Host.Tests -v quiet -nodeReuse:false --disable-build-servers -p:UseSharedCompilation=false &&
    dotnet build tests/Injection -v quiet -nodeReuse:false --disable-build-servers -p:UseSharedCompilation=false)
}

try_mutant() {
  (cd "$mutants" && export TBOS_REPO=$mutants &&
    dotnet artifacts/bin/Injection/debug/TbPersonalOs.Injection.dll -noLogo -noColor -stopOnFail &&
    dotnet artifacts/bin/Agent.Host.Tests/debug/TbPersonalOs.Agent.Host.Tests.dll -noLogo -noColor -stopOnFail \
      -namespace TbPersonalOs.Agent.Host.Tests.Actions -namespace TbPersonalOs.Agent.Host.Tests.Models)
}

one_mutant() {
  cp "$repo/$file" "$mutants/$file"
  if ! node -e '
    const [file, from, to] = process.argv.slice(1), { readFileSync, writeFileSync } = require("node:fs"), text = readFileSync(file, "utf8");
    if (text.split(from).length !== 2) { console.error(`${file}: not there once: ${from}`); process.exit(1); }
    writeFileSync(file, text.replace(from, () => to));' "$mutants/$file" "$from" "$to"; then
    note "  not there: $name"
    record FAIL "Switched off: $name (tests/mutants.txt names what is not there)"
  elif ! build_mutant >"$logs/mutant.log" 2>&1 </dev/null; then
    note "  does not build: $name"
    record FAIL "Switched off: $name (does not build: $logs/mutant.log)"
  elif try_mutant >"$logs/mutant.log" 2>&1 </dev/null; then
    note "  survived: $name"
    record FAIL "Switched off: $name (no test noticed)"
  else
    note "  killed: $name"
    record PASS "Switched off: $name (Shows=trust:4)"
  fi
  cp "$repo/$file" "$mutants/$file"
}
