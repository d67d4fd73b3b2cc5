#!/usr/bin/env bash
# Compares the bill with the base of a pull request, and keeps one comment up to date. Ends as `lineitem diff` ends.
set -uo pipefail

lineitem=${LINEITEM_COMMAND:-npx --yes "lineitem@${LINEITEM_VERSION:-latest}"}
mark='<!-- lineitem diff -->'
report=$(mktemp)
trap 'rm -f "$report"' EXIT

options=(--base "${LINEITEM_BASE:?what to compare with}" --format markdown)
[ -n "${LINEITEM_MAX_RISE:-}" ] && options+=(--max-rise "$LINEITEM_MAX_RISE")
[ "${LINEITEM_BLOCK_UNKNOWN:-false}" = true ] && options+=(--block-unknown-model)

# Words of their own: both may hold several.
# shellcheck disable=SC2086
$lineitem diff ${LINEITEM_PATHS:-.} "${options[@]}" > "$report"
code=$?
[ "$code" -eq 2 ] && exit 2

[ -n "${GITHUB_STEP_SUMMARY:-}" ] && cat "$report" >> "$GITHUB_STEP_SUMMARY"

if [ "${LINEITEM_COMMENT:-true}" = true ] && [ -n "${LINEITEM_PULL:-}" ]; then
  repository="repos/${GITHUB_REPOSITORY:?}"
  known=$(gh api --paginate "$repository/issues/$LINEITEM_PULL/comments" --jq ".[] | select(.body | startswith(\"$mark\")) | .id" | head -n 1)
  if [ -s "$report" ] && [ -n "$known" ]; then
    gh api --method PATCH "$repository/issues/comments/$known" --field "body=@$report" --silent
  elif [ -s "$report" ]; then
    gh api --method POST "$repository/issues/$LINEITEM_PULL/comments" --field "body=@$report" --silent
  elif [ -n "$known" ]; then
    # What was said before holds no longer.
    gh api --method DELETE "$repository/issues/comments/$known" --silent
  fi
fi
exit "$code"
