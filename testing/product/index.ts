export { type Ended, type Product, runUntilEnd, startProduct } from './start-product.ts';
