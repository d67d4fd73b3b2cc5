import { setFlagsFromString } from 'node:v8';

// Imported before anything else. Most of what a scan makes is thrown away at once, and V8 would rather take memory than collect
// it. A V8 that lacks one of the flags says so on stderr and goes on.

// The space for young objects stays at its first size.
setFlagsFromString('--semi-space-growth-factor=1');
// Old objects may grow by so many percent before they are collected again.
setFlagsFromString('--heap-growing-percent=60');
