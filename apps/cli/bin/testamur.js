#!/usr/bin/env node
// A checked-in file, so that npm can link the command before anything is built.
import '../dist/index.js';
