import './small-heap.ts';
import { createConnection } from 'vscode-languageserver/node';
import { startNodeServer } from './start-server.ts';

// The editor says on the command line how it wants to talk: over IPC, or over standard input and output.
startNodeServer(createConnection());
