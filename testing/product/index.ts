export { type Ended, type Product, runUntilEnd, startProduct } from './start-product.ts';
export { type Proxy, startProxy } from './start-proxy.ts';
