dossierSearch("t-67","Again xFsTsRbtH Crd -T_iB E_frontier_turkmen= _2B Cve rctX Czeta rHjtB Beorgi nS G= nS Ga 8H0DvGiEycG2D0E H= nS Crmani ztB7G Ct uhB1c Bive 7ERzBTzElDMjCqDrBjECrSrELTrGxC En xFrCkSyL7BkEyGyK Bo imBzI Ce zLrQ Cvern xF1B0VmPrC Breat 1tB9G Cound 7ErXuOiIV Ep 2GjNsKyHzI Dw 7EiuB Buard uErPekL7F3Q Cdauta 2qB ")
<!-- dossier: search/en/t-67.js -->
