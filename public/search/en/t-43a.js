dossierSearch("t-43a","Aказахстан _Z J= _Z Bиргизия nOxvB I= nO Gская nO K_республика= nO Bоллективной -HmU Bыргызстан nOxvB K= nO ")
<!-- dossier: search/en/t-43a.js -->
