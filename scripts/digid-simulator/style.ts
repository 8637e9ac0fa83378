/** Own, calm look; nothing of DigiD's. */
export const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#f4f2ee;color:#22252b;font:1.0625rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
header{background:#3d3358;color:#fff;padding:.75rem 1rem;border-bottom:4px dashed #f2c14e}
header p{max-width:40rem;margin:0 auto}
main{max-width:40rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem;line-height:1.25}
fieldset{border:1px solid #8b8794;border-radius:.5rem;margin:0 0 1rem;padding:.5rem .75rem;background:#fff;min-width:0}
legend,label{font-weight:600}
label{display:block;margin:.75rem 0 .25rem}
.choice{display:flex;gap:.6rem;align-items:flex-start;font-weight:400;margin:0;padding:.5rem 0;min-height:2.75rem}
.choice input{flex:none;width:1.25rem;height:1.25rem;margin:.15rem 0 0}
input:not([type=radio]),select{width:100%;font:inherit;padding:.6rem;border:1px solid #6b6775;border-radius:.375rem;background:#fff;color:inherit}
input[aria-invalid=true]{border:2px solid #a3201d}
.error{color:#a3201d;margin:.25rem 0;font-weight:600}
.errors{border:2px solid #a3201d;border-radius:.5rem;background:#fff;padding:.25rem .75rem;margin:0 0 1rem}
.errors a{color:#a3201d}
details{margin:1rem 0;border:1px dashed #6b6775;border-radius:.5rem;padding:.5rem .75rem}
summary{cursor:pointer;padding:.4rem 0}
.buttons{display:flex;flex-wrap:wrap;gap:.75rem;margin:1.25rem 0}
button{font:inherit;font-weight:600;min-height:2.75rem;padding:.5rem 1.25rem;border:2px solid #3d3358;border-radius:.375rem;background:#3d3358;color:#fff;cursor:pointer}
.second{background:#fff;color:#3d3358}
:focus-visible{outline:3px solid #b35900;outline-offset:2px}
.phone{max-width:16rem;margin:1rem 0;padding:1rem;border:3px solid #22252b;border-radius:1.25rem;background:#fff}
.phone p{margin:.25rem 0}
.code{font-size:2rem;letter-spacing:.3rem;font-weight:700}
`;
