import{pino}from"pino";function createLog(level="info"){return pino({level,base:null,formatters:{level:name=>({level:name})}},pino.destination({fd:2,sync:!0}))}export{createLog};
