import { describeFile } from '@samenbeeld/describe';
import { catalogue, sampleFiles } from '@samenbeeld/sources';
const out=[];
for (const id of catalogue()) for (const p of sampleFiles(id)) { if (process.argv[2] && !p.includes(process.argv[2])) continue; const f=await describeFile(p); console.log('==',id,p.split('/').at(-1), f.decisions.length); for (const d of f.decisions) { if (['title','handling','publisher','counting rule','citation'].includes(d.about)) continue; console.log('   ',d.about,'|',d.question.slice(0,170),'|',d.proposed??'-'); } if (process.argv[3]) console.log(f.yaml); }
