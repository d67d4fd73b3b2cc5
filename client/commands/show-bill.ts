import type { BillPanel } from '../bill-panel.ts';

export function showBill(panel: BillPanel) {
  return () => panel.show();
}
